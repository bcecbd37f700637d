import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import classes from './Filters.module.css';
import type { FilterField } from './filters';

interface FilterMenuProps {
  readonly fields: readonly FilterField[];
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
}

type Rule = 'any_of' | 'none_of';

/** Chooses a field, then its values; the list follows at once. */
export function FilterMenu(props: FilterMenuProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = props.fields.find((candidate) => candidate.field === chosen);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onClose={() => setChosen(null)}
      position="bottom-start"
      width="18rem"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          leftSection={<IconFilter className="icon-15" />}
          onClick={() => setOpened((before) => !before)}
        >
          {t('filters.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('filters.filter')}>
        {field === undefined ? (
          <ul className={classes.fields}>
            {props.fields.filter(isOffered).map((candidate) => (
              <li key={candidate.field}>
                <button type="button" onClick={() => setChosen(candidate.field)}>
                  <span>{candidate.label}</span>
                  <IconChevronRight className="icon-15 directional" />
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <Values {...props} field={field} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Values(props: FilterMenuProps & { readonly field: FilterField }) {
  const { t } = useTranslation();
  const { field, filters } = props;
  const filter = filters.find((candidate) => candidate.field === field.field);
  const values = filter?.values ?? [];
  const [rule, setRule] = useState<Rule>(filter?.rule === 'none_of' ? 'none_of' : 'any_of');
  const set = (next: readonly string[], by: Rule) => {
    const others = filters.filter((candidate) => candidate.field !== field.field);
    props.onChange(
      next.length === 0 ? others : [...others, { field: field.field, rule: by, values: [...next] }],
    );
  };
  return (
    <div>
      <div className={classes.valuesHead}>
        <strong>{field.label}</strong>
        <SegmentedControl
          size="xs"
          aria-label={t('filters.rule')}
          value={rule}
          onChange={(next) => {
            const by = next === 'none_of' ? 'none_of' : 'any_of';
            setRule(by);
            set(values, by);
          }}
          data={[
            { value: 'any_of', label: t('filters.among') },
            { value: 'none_of', label: t('filters.exceptThese') },
          ]}
        />
      </div>
      <div className={classes.values}>
        {field.options.map((option) => (
          <Checkbox
            key={option.code}
            label={option.label}
            checked={values.includes(option.code)}
            onChange={(event) =>
              set(
                event.currentTarget.checked
                  ? [...values, option.code]
                  : values.filter((code) => code !== option.code),
                rule,
              )
            }
          />
        ))}
      </div>
    </div>
  );
}

function isOffered({ options }: FilterField): boolean {
  return options.length > 0;
}
