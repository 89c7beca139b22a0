/** The one clock of the program. */

/** An environment variable that cannot be used. */
export class EnvironmentError extends Error {}

/** The latest second a date can have. */
const LAST_SECOND = 8_640_000_000_000;

/**
 * The time of the check: `SOURCE_DATE_EPOCH`, in seconds, if it is set, so that a run can be repeated on another day.
 *
 * @throws EnvironmentError if the variable is not a whole number of seconds.
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function now(epoch: string | undefined = process.env.SOURCE_DATE_EPOCH): Date {
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d+$/.test(epoch) || Number(epoch) > LAST_SECOND) {
    throw new EnvironmentError(
      `SOURCE_DATE_EPOCH ${JSON.stringify(epoch.slice(0, 40))} is not a number of seconds: write seconds since 1970, such as ${Math.floor(Date.UTC(2027, 2, 31) / 1000)}, or unset it`,
    );
  }
  return new Date(Number(epoch) * 1000);
}
