/** `T3 2026` from `2026-Q3`, as the French screens say it. */
export function quarterText(quarter: string): string {
  const [year, part] = quarter.split('-Q');
  return `T${part} ${year}`;
}
