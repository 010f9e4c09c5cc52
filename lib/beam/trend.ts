/**
 * What a few looks at a number say: by how much it changed, and whether that is a
 * trend or the noise of a moment.
 *
 * @module
 */

/** A number at a time. */
export interface Look {
  readonly us: number;
  readonly value: number;
}

/** What looks in their order come to. */
export interface Trend {
  /** From the first look to the last. */
  readonly change: number;
  /** Missing unless it grew in nearly every part of the window. */
  readonly growth_per_s?: number | undefined;
}

/** One part in eight may show no growth: what comes in bursts hardly ever shows more. */
const STEADY = 7 / 8;

/** The trend of looks in their order. */
export function trendOf(looks: readonly Look[]): Trend {
  const [first] = looks;
  const last = looks.at(-1);
  if (first === undefined || last === undefined) return { change: 0 };
  const change = last.value - first.value;
  const steps = looks.slice(1).map(({ value }, i) =>
    value - (looks[i]?.value ?? value)
  );
  const ups = steps.filter((step) => step > 0).length;
  const steady = steps.length > 1 && change > 0 &&
    ups >= steps.length * STEADY;
  return {
    change,
    growth_per_s: steady
      ? Math.round(change * 1e8 / (last.us - first.us)) / 100
      : undefined,
  };
}
