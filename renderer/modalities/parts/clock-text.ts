/** Position of a player, `0:07` or `1:02:03`; `--:--` while it is not known. */
export function clockText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '--:--';
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60) % 60;
  const tail = String(whole % 60).padStart(2, '0');
  if (whole < 3600) return `${minutes}:${tail}`;
  return `${Math.floor(whole / 3600)}:${String(minutes).padStart(2, '0')}:${tail}`;
}
