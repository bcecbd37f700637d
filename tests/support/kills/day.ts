import { openErrorLog } from '../../../main/app/error-log';
import type { AttachmentOwner } from '../../../main/core/contract/attachments/operations';
import { phonePhoto } from '../attachments/files';
import { type Laptop, passphrase } from '../laptop';

/** What a secretary types in a day, every word of it to be found nowhere on the disk. */
export const words = {
  organisation: 'Coopérative Ñandé de l’Épiphanie 7261',
  renamed: 'Fédération Ñandé réunifiée 7262',
  arabic: 'جمعية النور للتنمية المحلية',
  trashed: 'Amicale Zôé dissoute 4417',
  person: 'Aïssatou Ndiaye-Hervé Kpâkpo',
  phone: '+221775128493',
  email: 'aissatou.kpakpo@courriel.example',
  address: 'Villa 118, cité Keur Gorgui',
  notes: 'Menacée depuis la réunion de février',
  attached: 'Procès-verbal confidentiel de Fatick 5518',
  attachedName: 'Récépissé de la préfecture 5519',
  caption: 'Original au coffre de la trésorière 5520',
  photo: 'visage-devant-la-mairie-de-fatick-5521',
  photoName: 'Aïssatou devant la mairie 5522',
  thrown: 'Lettre de menace jetée le 3 mars 5523',
  thrownName: 'Lettre anonyme 5524',
  draft: 'Brouillon remplacé avant la signature',
  highlights: 'Trente-deux associations ont tenu leur assemblée à Fatick',
  searched: 'épiphanie',
} as const;

/** The words as the search index holds them, without case and accents. */
export const foldedWords = [
  'cooperative nande de l epiphanie 7261',
  'aissatou ndiaye herve kpakpo',
  'جمعيه النور للتنميه',
];

/** A day at the open workspace: typing, searching, undoing, the trash, drafts, a refusal, a bug, a signature. */
export async function liveADay(
  laptop: Laptop,
  { quarter, refused, file }: { readonly quarter: string; readonly refused: string; readonly file: string },
): Promise<void> {
  const organisation = await laptop.create('organisations', {
    name: words.organisation,
    nameArabic: words.arabic,
    type: 'association',
    country: 'SN',
    status: 'member',
    address: words.address,
    notes: words.notes,
  });
  const person = await laptop.create('persons', {
    fullName: words.person,
    phone: words.phone,
    email: words.email,
  });
  await laptop.create('affiliations', {
    person: person.id,
    organisation: organisation.id,
    role: 'Présidente',
  });
  await attachFiles(laptop, organisation.id, person.id);
  await laptop.call('members.find', { text: words.searched, limit: 20 });
  await laptop.call('members.find', { text: words.arabic, limit: 20 });
  const { id } = organisation;
  await laptop.call('records.update', {
    entity: 'organisations',
    id,
    revision: 1,
    values: { name: words.renamed },
  });
  await laptop.call('changes.undo', {});
  const other = { name: words.trashed, type: 'association', country: 'SN', status: 'member' };
  const gone = await laptop.create('organisations', other);
  await laptop.call('records.trash', { entity: 'organisations', ids: [gone.id] });
  for (const text of [words.draft, words.highlights]) {
    await laptop.call('quarter.saveNarrative', { quarter, field: 'highlights', text });
  }
  await laptop.create('persons', { fullName: '', phone: words.phone }).catch(() => undefined);
  await laptop.receive(refused);
  logBug(laptop);
  const { outbox } = await laptop.call('quarter.sign', { quarter, passphrase });
  await laptop.call('packages.write', { id: outbox, file: laptop.choose(file) });
  await laptop.call('workspace.lock', {});
  const [known] = await laptop.call('workspace.known', {});
  await laptop.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  // After the lock everything is in the database; what follows is in the WAL alone.
  await laptop.create('organisations', { ...other, name: words.renamed });
}

/** Files of both, described, looked at and thrown away. */
async function attachFiles(laptop: Laptop, organisation: string, person: string): Promise<void> {
  const add = (owner: AttachmentOwner, kind: string, fileName: string, content: Uint8Array) =>
    laptop.call('attachments.add', {
      owner,
      consent: null,
      kind,
      fileName,
      bytes: Uint8Array.from(content),
    });
  const ours = { entity: 'organisations', id: organisation } as const;
  const receipt = Buffer.from(words.attached.repeat(100));
  const { id } = await add(ours, 'receipt', `${words.attachedName}.txt`, receipt);
  const values = { caption: words.caption };
  await laptop.call('records.update', { entity: 'attachments', id, revision: 1, values });
  const face = phonePhoto({ seed: words.photo.repeat(2_000) });
  await add({ entity: 'persons', id: person }, 'photo', `${words.photoName}.jpg`, face);
  const letter = Buffer.from(words.thrown.repeat(3_000));
  const gone = await add(ours, 'other', `${words.thrownName}.txt`, letter);
  await laptop.call('records.trash', { entity: 'attachments', ids: [gone.id] });
  for (const owner of [ours, { entity: 'persons', id: person } as const]) {
    for (const { sha256 } of await laptop.call('attachments.of', { owner })) {
      await laptop.call('attachments.content', { sha256 });
    }
  }
}

/** A bug whose message quotes what was typed, as messages do. */
function logBug(laptop: Laptop): void {
  const log = openErrorLog({
    folder: laptop.settings.profileFolder,
    applicationFolder: process.cwd(),
    now: () => new Date(0),
  });
  log.record({
    where: 'records.create',
    error: new TypeError(`Cannot read ${words.organisation} of ${words.person}`),
  });
}
