import type { ComponentProps } from 'react';
import { wordCode } from '../../app/errors';
import { HeadingRow } from './HeadingRow';
import classes from './Import.module.css';

/** No row of headings was recognised (X08): the person says which one it is. */
export function NoHeadings(props: ComponentProps<typeof HeadingRow>) {
  return (
    <div className={classes.noHeadings}>
      <p>{wordCode('X08').sentence}</p>
      <HeadingRow {...props} />
    </div>
  );
}
