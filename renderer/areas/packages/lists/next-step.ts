import type { InboxItem } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';

export interface NextStep {
  /** Key of `packages:go`. */
  readonly label: 'review' | 'quarter' | 'trust' | 'enrolment' | 'digits';
  readonly to: string;
}

/** Where one goes on with a received file, or null when nothing is left to do. */
export function useNextStep(): (item: InboxItem) => NextStep | null {
  const requests = useAnswer('trust.overview', {}).data?.requests ?? [];
  return (item) => {
    if (item.submission !== null) return { label: 'review', to: `/submissions/${item.submission}` };
    if (item.kind === 'slip') return { label: 'quarter', to: '/quarter' };
    if (item.kind === 'register' && item.outcome === 'applied') return { label: 'trust', to: '/trust' };
    if (item.outcome !== 'waiting') return null;
    if (item.kind === 'invite') return { label: 'enrolment', to: '/trust' };
    const request = requests.find((waiting) => waiting.code === item.from);
    return request === undefined ? null : { label: 'digits', to: `/trust/requests/${request.id}` };
  };
}
