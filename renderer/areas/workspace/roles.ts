import { hasText, textOf } from '../../app/i18n';

/** The roles proposed for the people of a workspace; any other is kept as it was typed. */
export const proposedRoles = {
  committee: ['secretary', 'focal_point', 'chair', 'member'],
  coordination: ['coordinator', 'programme_officer', 'monitoring', 'assistant'],
} as const;

/** A person's role in words: the text of a proposed role, else what was typed. */
export function roleText(role: string): string {
  const key = `workspace:roles.${role}`;
  return /^[a-z_]+$/.test(role) && hasText(key) ? textOf(key) : role;
}

/** What is stored for a role that was typed or chosen in words. */
export function roleOfText(text: string, role: 'committee' | 'coordination'): string {
  return proposedRoles[role].find((code) => roleText(code) === text.trim()) ?? text;
}
