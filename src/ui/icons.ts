/**
 * Our own icons, drawn on a 24 × 24 grid for one stroke of 2 with round ends. Owns nothing but path strings:
 * one export each, so that a screen carries only those it names. Shown by Icon.tsx.
 */
export const tick = 'M4.5 12.5l5 5L19.5 7';
export const clock = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2.5';
export const cross = 'M6 6l12 12M18 6 6 18';
export const today = 'M3 18.5h18M6.5 18.5a5.5 5.5 0 0 1 11 0M12 5v4M4.5 9.5l2.5 2.5M19.5 9.5 17 12';
export const library = 'M4 4h4.5v16H4zM8.5 4H13v16H8.5M13.5 6l4-1 3.5 14-4 1z';
export const more =
  'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2';

export const people =
  'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20c.3-3.3 2.9-5.5 6.5-5.5s6.2 2.2 6.5 5.5M16 5.3a3.4 3.4 0 0 1 0 6.4M18 14.8c2 .8 3.3 2.7 3.5 5.2';
export const undo = 'M8.5 4.5 4 9l4.5 4.5M4 9h10.5a5.25 5.25 0 0 1 0 10.5H9';
export const chevronLeft = 'M15 5l-7 7 7 7';
export const chevronRight = 'M9 5l7 7-7 7';
export const plus = 'M12 5v14M5 12h14';
export const close = cross;

export const cloud = 'M7 19a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9.6a4.7 4.7 0 0 1-.6 9.4z';
export const cloudTick = `${cloud}M9 14l2.2 2.2 4-4.2`;
export const tablet = 'M6 3h12v18H6zM11 17.5h2';
export const alert = 'M12 4 2.5 20h19zM12 10.5v4M12 17v.01';
export const info = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11.5v5M12 7.5v.01';
export const calendar = 'M4 5.5h16V20H4zM4 10.5h16M8.5 3v4.5M15.5 3v4.5';
