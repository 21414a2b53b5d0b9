// Numbers, dates and sizes in Russian words.

const TIME_ZONE = "Europe/Moscow";

/** «3 пары», «5 пар»: the form that goes with a number. */
export function counted(count: number, one: string, few: string, many: string): string {
  const rule = new Intl.PluralRules("ru").select(count);
  return `${count.toLocaleString("ru")} ${rule === "one" ? one : rule === "few" ? few : many}`;
}

/** «1 сентября 2026 г., 09:00» */
export function longMoment(iso: string): string {
  return new Date(iso).toLocaleString("ru", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: TIME_ZONE,
  });
}

/** «вт, 1 сент. 2026 г., 09:00» */
export function clockMoment(iso: string): string {
  return new Date(iso).toLocaleString("ru", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: TIME_ZONE,
  });
}

/** «01.09.2026 09:00» */
export function shortMoment(iso: string): string {
  return new Date(iso).toLocaleString("ru", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: TIME_ZONE,
  });
}

/** «2026-09-01» of a moment, as date inputs want it. */
export function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString("sv", { timeZone: TIME_ZONE });
}

/** «12 КБ» */
export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} КБ` : `${(bytes / 1024 / 1024).toFixed(1)} МБ`;
}

/** «1,4 с» */
export function secondsOf(seconds: number): string {
  return `${seconds.toLocaleString("ru", { maximumFractionDigits: 1 })} с`;
}
