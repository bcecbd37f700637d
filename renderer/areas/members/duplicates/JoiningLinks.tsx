import { useTranslation } from 'react-i18next';
import type {
  ComparedPair,
  DuplicateKind,
} from '../../../../main/core/contract/members/duplicate-operations';
import { listText } from '../../../app/formats';
import classes from './Duplicates.module.css';

interface JoiningLinksProps {
  readonly kind: DuplicateKind;
  readonly links: ComparedPair['links'];
  /** Which of the two goes: its links move. */
  readonly place: 0 | 1;
}

/** Says what moves from the record that goes to the one that stays. */
export function JoiningLinks(props: JoiningLinksProps) {
  const { t } = useTranslation('duplicates');
  const numberOf = (entity: string) =>
    props.links.find((link) => link.entity === entity)?.counts[props.place] ?? 0;
  const [affiliations, needs, consents] = [numberOf('affiliations'), numberOf('needs'), numberOf('consents')];
  const others =
    props.links.reduce((sum, link) => sum + link.counts[props.place], 0) - affiliations - needs - consents;
  const said = [
    affiliations > 0 &&
      (props.kind === 'organisations'
        ? t('links.affiliations', { count: affiliations })
        : t('links.functions', { count: affiliations })),
    needs > 0 && t('links.needs', { count: needs }),
    consents > 0 && t('links.consents', { count: consents }),
    others > 0 && t('links.others', { count: others }),
  ].filter((part) => part !== false);
  if (said.length === 0) return null;
  return <p className={classes.identical}>{t('links.joins', { what: listText(said) })}</p>;
}
