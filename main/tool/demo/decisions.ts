import type { Input } from '../../core/contract/operations';
import { demoPassphrase, lastRound } from './constants';
import type { Installation } from './installation';

/** What the coordination answers. */

type Decision = Input<'submissions.decide'>;

/** How a report is judged. */
export type Judgement = 'accepted' | 'remarked' | 'returned';

/** The judgement of a committee's report in the last round. */
export function judgementInLastRound(committee: string): Judgement {
  if (committee === lastRound.returned) return 'returned';
  return committee === lastRound.remarked ? 'remarked' : 'accepted';
}

/** Reviews a report and signs the slip. */
export async function decide(
  coordination: Installation,
  submission: string,
  judgement: Judgement,
): Promise<{ outbox: string; fileName: string }> {
  const { rows } = await coordination.call('submissions.difference', {
    id: submission,
    table: 'activity_lines',
    nature: null,
    search: '',
    offset: 0,
    limit: 1,
  });
  const line = rows[0];
  const remark = (text: string): Decision['remarks'] =>
    line ? [{ table: line.table, record: line.record, field: 'quantity', title: line.title, text }] : [];
  return coordination.call('submissions.decide', {
    id: submission,
    confirmation: null,
    passphrase: demoPassphrase,
    ...answer(judgement, remark),
  });
}

function answer(
  judgement: Judgement,
  remark: (text: string) => Decision['remarks'],
): Pick<Decision, 'decision' | 'general' | 'remarks' | 'deadline'> {
  switch (judgement) {
    case 'returned':
      return {
        decision: 'returned',
        general: 'Merci pour cet envoi. Un chiffre reste à vérifier avant de l’accepter.',
        remarks: remark(
          'Ce total paraît compter deux fois le même atelier. Merci de vérifier la feuille de présence.',
        ),
        deadline: '2026-10-15',
      };
    case 'remarked':
      return {
        decision: 'accepted_with_remarks',
        general: '',
        remarks: remark(
          'Bien reçu. Au prochain trimestre, précisez le lieu et le nombre d’organisations présentes.',
        ),
        deadline: null,
      };
    case 'accepted':
      return { decision: 'accepted', general: '', remarks: [], deadline: null };
  }
}
