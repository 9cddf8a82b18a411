/** Label and value, line by line. */
export interface FactsProps {
  readonly facts: readonly (readonly [label: string, value: string])[];
}

export function Facts({ facts }: FactsProps) {
  return (
    <dl class="more-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="w-numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
