import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  affiliationFields,
  organisationFields,
  personFields,
} from '../../../main/core/contract/members/fields';
import {
  flagTyped,
  interviewSections,
  markAt,
  marksAtMost,
  placesOfMarks,
  questionNumbered,
} from '../../../main/core/contract/members/interview';
import { codesInOrder, referencePack } from '../../../main/core/programme/pack';
import { committeeLaptop, type Laptop } from '../../support/laptop';

const codes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 40 });

describe('the numbers of the questions', () => {
  it('are each there once, in the order of the paper, whatever domains the programme lists', () => {
    fc.assert(
      fc.property(codes, (domains) => {
        const sections = interviewSections(domains);
        const questions = sections.flatMap((section) => section.questions);
        expect(new Set(questions.map(({ number }) => number)).size).toBe(questions.length);
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
        for (const [place, section] of sections.entries()) {
          expect(section.number).toBe(place);
          expect(section.questions.map(({ number }) => number)).toEqual(
            section.questions.map((_, index) => `${place}.${index + 1}`),
          );
        }
        for (const question of questions) expect(questionNumbered(sections, question.number)).toBe(question);
      }),
    );
  });

  it('follow the order of the fields on the screen', () => {
    const asked = interviewSections([]).flatMap(({ questions, key }) => (key === 'head' ? [] : questions));
    const names = asked.filter(({ entity }) => entity === organisationFields).map(({ field }) => field.name);
    const onScreen = organisationFields.fields.map((field): string => field.name);
    expect(names).toEqual(onScreen.filter((name) => names.includes(name)));
    for (const computed of ['status', 'verifiedOn', 'surveyMethod', 'notes'])
      expect(names).not.toContain(computed);
    expect(
      asked
        .filter(({ entity }) => entity === personFields || entity === affiliationFields)
        .map(({ key }) => key),
    ).toEqual(['persons.fullName', 'affiliations.role', 'persons.phone', 'persons.email']);
  });

  it('are found as somebody types them, and no other text is taken for one', () => {
    const sections = interviewSections(['advocacy']);
    for (const typed of ['3.2', ' 3,2 ', '3 2'])
      expect(questionNumbered(sections, typed)?.number).toBe('3.2');
    expect(questionNumbered(sections, '4')?.number).toBe('4.1');
    for (const typed of ['', '99', '3.99', 'trois', '3.2.1', '-1'])
      expect(questionNumbered(sections, typed)).toBe(null);
  });
});

describe('the letters of the answers', () => {
  const places = fc.uniqueArray(fc.nat(marksAtMost - 1), { minLength: 1, maxLength: marksAtMost });
  const between = fc.constantFrom('', ' ', ', ', ',', '؛', '+');

  it('are read back as they were printed, in every language', () => {
    fc.assert(
      fc.property(places, between, fc.constantFrom('fr', 'en', 'ar'), (meant, sign, language) => {
        const typed = meant.map((place) => markAt(place, language)).join(sign);
        expect(placesOfMarks(typed)).toEqual([...meant].sort((one, other) => one - other));
        expect(placesOfMarks(typed.toUpperCase())).toEqual(placesOfMarks(typed));
      }),
    );
  });

  it('never make sense of anything else', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = placesOfMarks(typed);
        for (const place of read ?? []) expect(place >= 0 && place < marksAtMost).toBe(true);
      }),
    );
    for (const typed of ['', '  ', 'a1', 'é', '?']) expect(placesOfMarks(typed)).toBe(null);
  });

  it('are enough for every list that is asked, in every country', () => {
    const lists = interviewSections([]).flatMap(({ questions }) =>
      questions.flatMap(({ field }) => field.list ?? []),
    );
    for (const country of referencePack.programme.countries) {
      for (const list of lists)
        expect(codesInOrder(list, country.code).length).toBeLessThanOrEqual(marksAtMost);
    }
  });

  it('say yes and no in the three languages', () => {
    for (const yes of ['o', 'O', 'y', 'ن', 'oui']) expect(flagTyped(yes)).toBe(true);
    for (const no of ['n', 'N', 'ل', 'non']) expect(flagTyped(no)).toBe(false);
    for (const neither of ['', 'x', 'on', '1']) expect(flagTyped(neither)).toBe(null);
  });
});

describe('a sheet typed back', () => {
  let committee: Laptop;
  beforeEach(async () => {
    committee = await committeeLaptop('TN');
  });
  afterEach(() => committee.throwAway());

  const sheet = {
    organisation: { name: 'Passerelles du Sud', surveyDate: '2026-06-12', surveySheet: 'S-12' },
    needs: [{ domain: 'advocacy', level: 0 }],
    contact: { person: { fullName: 'Ines Gharbi' }, role: 'Directrice' },
    next: { answers: { 'organisations.surveyDate': '12/6/26' } },
  };
  const everyone = async () => {
    const counts = await committee.call('members.counts', {});
    return [counts.organisations, counts.persons, counts.trashedOrganisations, counts.trashedPersons];
  };

  it('enters whole, surveyed and verified on the day of the interview, and one undo takes it all back', async () => {
    const { id } = await committee.call('interviews.enter', sheet);
    const entered = await committee.call('members.sheet', { id });
    expect(entered.organisation.values).toMatchObject({
      country: 'TN',
      status: 'surveyed',
      surveyMethod: 'interview',
      surveySheet: 'S-12',
      verifiedOn: '2026-06-12',
    });
    expect(entered.statusPeriods.map(({ values }) => [values.status, values.since])).toEqual([
      ['surveyed', '2026-06-12'],
    ]);
    expect(
      entered.needs.map(({ values }) => [values.domain, values.level, values.source, values.assessedOn]),
    ).toEqual([['advocacy', 0, 'interview', '2026-06-12']]);
    expect(entered.contacts[0]?.affiliation.values).toMatchObject({
      role: 'Directrice',
      isMainContact: true,
    });
    expect(await committee.call('interviews.draft', {})).toEqual(sheet.next);
    expect(await everyone()).toEqual([1, 1, 0, 0]);

    await committee.call('changes.undo', {});
    expect(await everyone()).toEqual([0, 0, 1, 1]);
    await expect(committee.call('changes.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });

  it.each([
    ['no name', { ...sheet, organisation: { surveyDate: '2026-06-12' } }],
    ['no day', { ...sheet, organisation: { name: 'Passerelles du Sud' } }],
    ['a day to come', { ...sheet, organisation: { name: 'Passerelles du Sud', surveyDate: '2026-12-31' } }],
    ['a level that is not printed', { ...sheet, needs: [{ domain: 'advocacy', level: 4 }] }],
    ['a domain that the programme does not know', { ...sheet, needs: [{ domain: 'juggling', level: 1 }] }],
    ['a contact without a name', { ...sheet, contact: { person: { phone: '+216 75 612 209' }, role: null } }],
    ['a field that does not exist', { ...sheet, organisation: { ...sheet.organisation, secret: 'x' } }],
  ])('with %s is refused, and nothing of it is there', async (_what, wrong) => {
    const draft = { answers: { 'organisations.name': 'Passerelles du Sud' } };
    await committee.call('interviews.saveDraft', { draft });
    await expect(committee.call('interviews.enter', wrong)).rejects.toMatchObject({ code: 'input_refused' });
    expect(await everyone()).toEqual([0, 0, 0, 0]);
    expect(await committee.call('interviews.draft', {})).toEqual(draft);
  });

  it('is kept as typed while it is not entered, over a restart, and is no gesture to undo', async () => {
    const draft = { answers: { 'organisations.surveyDate': '31/2/26', 'organisations.themes': 'a?' } };
    await committee.call('interviews.saveDraft', { draft });
    await expect(committee.call('changes.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    committee = committee.restarted();
    const [known] = await committee.call('workspace.known', {});
    await committee.call('workspace.unlock', {
      id: known?.id ?? '',
      passphrase: 'mangue tampon rivière lundi velours',
    });
    expect(await committee.call('interviews.draft', {})).toEqual(draft);
  });
});
