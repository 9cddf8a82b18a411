/**
 * The closed list of tones a status may take. A tone is only the colour; its icon and word always come with it.
 * The colours themselves are the w-tone-* classes of base.css.
 */

/** What a status looks like; `dashed` is an outline without a fill: nothing is recorded yet. */
export type Tone = 'pine' | 'amber' | 'blue' | 'cinnabar' | 'violet' | 'muted' | 'dashed';
