import { useTranslation } from 'react-i18next';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import packages from '../packages.module.css';
import { AllowedSigners } from './AllowedSigners';
import { DigitsAloud } from './DigitsAloud';
import type { Party } from './Parties';

/** The digits one may have to read or to compare: one's own, the root's, those of the party at the cursor. */
export function TrustRail(props: { readonly trust: TrustOverview; readonly party: Party | null }) {
  const { t } = useTranslation('packages');
  const { ownDigits, rootDigits } = props.trust;
  const { party } = props;
  return (
    <aside className={packages.rail} aria-label={t('trust.party.digits')}>
      {party !== null && party.own === 'other' && (
        <section className={packages.railPart}>
          <h2>
            <bdi>{t('trust.digits.of', { name: party.name })}</bdi>
          </h2>
          <DigitsAloud digits={party.digits} />
          <p className={packages.hint}>{t('trust.digits.ofHint')}</p>
        </section>
      )}
      {ownDigits !== null && (
        <section className={packages.railPart}>
          <h2>{t('trust.digits.own')}</h2>
          <DigitsAloud digits={ownDigits} />
          <p className={packages.hint}>{t('trust.digits.ownHint')}</p>
        </section>
      )}
      {rootDigits !== null && (
        <section className={packages.railPart}>
          <h2>{t('trust.digits.root')}</h2>
          <DigitsAloud digits={rootDigits} />
          <p className={packages.hint}>{t('trust.digits.rootHint')}</p>
        </section>
      )}
      <AllowedSigners />
    </aside>
  );
}
