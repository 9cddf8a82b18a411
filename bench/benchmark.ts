/** What a benchmark is: a name, and results as they come. A new one is a module and one line in run.ts. */

export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the ratio is to: value ÷ the peer's value in the same run. */
  readonly peer?: string;
  readonly ratio?: number;
}

export interface Benchmark {
  readonly name: string;
  /** One line for the list. */
  readonly about: string;
  /** `tell` shows a person what goes on; results are yielded and nothing else is printed. */
  run(tell: (progress: string) => void): AsyncIterable<Result>;
}
