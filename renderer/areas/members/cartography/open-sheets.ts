import { useNavigate } from 'react-router';
import type { Figure } from '../../../../main/core/contract/members/cartography-operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { useSay } from '../../../app/status';
import { useArrangeAhead } from '../../../components/list/list-state';

/** Opens the list of organisations on exactly these sheets. */
export function useOpenSheets(): (ids: readonly string[]) => void {
  const navigate = useNavigate();
  const arrange = useArrangeAhead('organisations');
  return (ids) => {
    arrange([{ field: 'id', rule: 'any_of', values: [...ids] }]);
    void navigate('/organisations');
  };
}

/** Opens the list on what a figure of a campaign counts. */
export function useOpenFigure(campaign: string): (figure: Figure) => void {
  const open = useOpenSheets();
  const say = useSay();
  return (figure) => {
    call('cartography.counted', { campaign, figure }).then(
      ({ ids }) => open(ids),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
}
