/** The icons that the first route does not show; the same 24 × 24 grid and stroke as icons.ts. */

export const leaving = 'M12 4H5v16h7M10 12h10M16.5 8.5 20 12l-3.5 3.5';
export const pencil = 'M4 20l1-4.5L16 4.5l3.5 3.5-11 11zM13.5 7l3.5 3.5';
export const circle = 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14';
export const dashedCircle =
  'M13.5 3.6A8.5 8.5 0 0 1 16.9 5M19 7.1A8.5 8.5 0 0 1 20.4 10.5M20.4 13.5A8.5 8.5 0 0 1 19 16.9M16.9 19A8.5 8.5 0 0 1 13.5 20.4M10.5 20.4A8.5 8.5 0 0 1 7.1 19M5 16.9A8.5 8.5 0 0 1 3.6 13.5M3.6 10.5A8.5 8.5 0 0 1 5 7.1M7.1 5A8.5 8.5 0 0 1 10.5 3.6';

export const classes = 'M3 4h18v12H3zM8.5 16 7 20.5M15.5 16l1.5 4.5M7 8h7M7 12h4';
export const certificate =
  'M12 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12M8.5 14.5 7 21l5-2.5 5 2.5-1.5-6.5M9.8 9.2l1.6 1.6 2.9-3';
export const person = 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.4-3.6 3.4-6 7.5-6s7.1 2.4 7.5 6';
export const personAdd =
  'M10 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M3.5 20c.3-3.3 2.9-5.5 6.5-5.5s6.2 2.2 6.5 5.5M19 7v6M16 10h6';

export const search = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5l5 5';
export const chevronUp = 'M5 15l7-7 7 7';
export const chevronDown = 'M5 9l7 7 7-7';
export const back = 'M20 12H4M11 5l-7 7 7 7';
export const minus = 'M5 12h14';
export const sync = 'M4 11.5a8 8 0 0 1 14-4.8L20 9M20 4v5h-5M20 12.5a8 8 0 0 1-14 4.8L4 15M4 20v-5h5';
export const usb = 'M7 10h10v11H7zM9 10V3h6v7M11.5 6.5v.01M12.5 6.5v.01';
export const qr = 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M20 20h-2.5M14 20v.01';

export const help = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.8M12 17v.01';
export const lock = 'M5.5 11h13v10h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2';

export const settings =
  'M4 7.5h7M16 7.5h4M13.5 5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M4 16.5h2M11 16.5h9M8.5 14a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5';
export const language =
  'M3 6h11M8.5 3.5V6M12 6c-1 4.2-4.2 7.5-8.5 9M5.5 6c1 3.4 3 6 6 7.6M12 20.5l4.5-10 4.5 10M13.6 17h5.8';
export const elder = 'M2.5 19 8 5l5.5 14M4.4 14.5h7.2M18.5 9v8M14.5 13h8';
export const print = 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z';
export const filter = 'M3.5 5h17L14 13v6.5l-4-2V13z';
export const history = 'M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.8';
export const download = 'M12 4v11M7 10.5l5 5 5-5M4 20h16';
export const book =
  'M12 6.5C9.8 4.9 7 4.5 3.5 4.5V18c3.5 0 6.3.4 8.5 2 2.2-1.6 5-2 8.5-2V4.5c-3.5 0-6.3.4-8.5 2zM12 6.5V20';
export const play = 'M7 4.5v15l12-7.5z';
export const speaker = 'M4 9.5v5h4l5 4.5V5L8 9.5zM16.5 9a4 4 0 0 1 0 6M19 6.5a7.5 7.5 0 0 1 0 11';
