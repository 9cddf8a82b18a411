/** The only statistics of the benchmarks: medians, because a shared machine's outliers say nothing about the program. */

export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new Error('a median of nothing');
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** To three decimals: what a clock of 5 µs can tell. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
