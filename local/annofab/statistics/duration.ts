const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** As Annofab writes durations: `PT34H17M36.789S`. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  const hours = Math.floor(whole / HOUR_MS);
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS);
  const seconds = (whole % MINUTE_MS) / 1000;
  const parts = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, (seconds > 0 || whole === 0) && `${seconds}S`];
  return `PT${parts.filter(Boolean).join('')}`;
}

/** @returns ms; 0 for what is no duration of hours, minutes and seconds */
export function parseDuration(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [];
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
}
