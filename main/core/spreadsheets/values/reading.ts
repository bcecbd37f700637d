export { type CellReading, empty, read, unread, why } from '../../contract/typing/reading';
