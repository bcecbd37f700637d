import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InterviewQuestion, questionNumbered } from '../../../../main/core/contract/members/interview';
import { Keys } from '../../../components/Keys';
import classes from './Interview.module.css';
import { paperSections } from './questions';

/** Jumps to a question by its number (Ctrl+G, `3.2`, Enter); Escape goes back to where one was. */
export function GoToNumber(props: { onGo(question: InterviewQuestion): void; onBack(): void }) {
  const { t } = useTranslation('members');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  useHotkeys([['mod+G', () => input.current?.select()]], [], true);
  const go = () => {
    const question = questionNumbered(paperSections, typed);
    setUnknown(question === null);
    if (question === null) return;
    setTyped('');
    props.onGo(question);
  };
  return (
    <div className={classes.goTo}>
      <TextInput
        ref={input}
        aria-label={t('interview.goTo')}
        placeholder={t('interview.goTo')}
        value={typed}
        error={isUnknown && t('interview.noSuchNumber')}
        dir="ltr"
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setUnknown(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) {
            // Else the key would submit the form in which the cursor then stands.
            event.preventDefault();
            go();
          }
          if (event.key === 'Escape') {
            setTyped('');
            setUnknown(false);
            props.onBack();
          }
        }}
      />
      <Keys keys={['Ctrl', 'G']} />
    </div>
  );
}
