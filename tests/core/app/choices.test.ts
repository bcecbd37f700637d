import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching, matchingGroups } from '../../../renderer/components/choice/matching';

const named = (...labels: readonly string[]) => labels.map((label) => ({ value: label, label }));
const found = (typed: string, ...labels: readonly string[]) =>
  matching(named(...labels), typed).map(({ label }) => label);

describe('what is typed into a list to choose from', () => {
  it('is answered by what begins so, then by a word that does, then by what holds it', () => {
    expect(found('nat', 'International', 'Réseau national', 'National')).toEqual([
      'National',
      'Réseau national',
      'International',
    ]);
  });

  it('is answered first by what is just that', () => {
    expect(found('statut', 'Statut légal', 'Statut')).toEqual(['Statut', 'Statut légal']);
  });

  it('needs neither accents nor case, nor the forms of an Arabic letter', () => {
    expect(found('MEDE', 'Mahdia', 'Médenine')).toEqual(['Médenine']);
    expect(found('اداره', 'إدارة', 'شبكة')).toEqual(['إدارة']);
    expect(found("cote d'i", 'Côte d’Ivoire')).toEqual(['Côte d’Ivoire']);
  });

  it('is answered by nothing when nothing holds it, and by everything while it is empty', () => {
    expect(found('xyz', 'Tunis', 'Sfax')).toEqual([]);
    expect(found('  ', 'Tunis', 'Sfax')).toEqual(['Tunis', 'Sfax']);
  });

  it('brings the group of the best answer first, and leaves out groups without one', () => {
    const groups = [
      { group: 'Adresse', items: named('Région', 'Commune') },
      { group: 'Identité', items: named('Ministère', 'Communauté', 'Nom') },
    ];
    expect(matchingGroups(groups, 'nom').map(({ group }) => group)).toEqual(['Identité']);
    expect(matchingGroups(groups, 'comm').map(({ group }) => group)).toEqual(['Adresse', 'Identité']);
  });

  it('never offers what does not hold it, nor the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), fc.string({ minLength: 1 }), (labels, typed) => {
        const choices = labels.map((label, index) => ({ value: String(index), label }));
        const answers = matching(choices, typed);
        expect(new Set(answers).size).toBe(answers.length);
        for (const answer of answers) expect(choices).toContain(answer);
      }),
    );
  });
});
