import { useRouteError } from 'react-router';
import { ErrorPanel } from '../../components/ErrorPanel';

/** A page that failed: said honestly, with the way back. */
export function Stopped() {
  return <ErrorPanel error={useRouteError()} />;
}
