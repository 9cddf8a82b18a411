/**
 * Shows one path of icons.ts as an inline SVG in the colour and size of the text around it.
 * An icon stands beside a word and is silent; only one that stands alone is given a label.
 */
import './icon.css';

/** An icon; `label` makes it an image with a name, without it readers skip it. */
export function Icon({ d, label }: { d: string; label?: string | undefined }) {
  return label === undefined ? (
    <svg class="w-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  ) : (
    <svg class="w-icon" viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d={d} />
    </svg>
  );
}
