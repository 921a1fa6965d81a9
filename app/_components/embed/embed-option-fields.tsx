import { useId } from 'react';
import type { embedEn } from '@/app/_i18n/embed.en';
import { type Language, languages } from '@/content/languages';
import { embedPanes, type EmbedOptions, embedThemes, LEAST_HEIGHT, MOST_HEIGHT } from '@/embed/embed-options';

interface EmbedOptionFieldsProps {
  readonly words: (typeof embedEn)['dialog'];
  readonly options: EmbedOptions;
  readonly language: Language;
  /** There is a Python original. */
  readonly hasPython: boolean;
  onOptions(options: EmbedOptions): void;
  onLanguage(language: Language): void;
}

const FIRST_HEIGHT = 480;

export function EmbedOptionFields({ words: t, options, language, hasPython, onOptions, onLanguage }: EmbedOptionFieldsProps) {
  const id = useId();
  const change = (changed: Partial<EmbedOptions>) => onOptions({ ...options, ...changed });
  const isFixed = options.height !== 'auto';
  return (
    <>
      <label className="embed-field" htmlFor={`${id}-theme`}>
        {t.theme}
        <select
          id={`${id}-theme`}
          value={options.theme}
          onChange={({ currentTarget }) => change({ theme: embedThemes.find((name) => name === currentTarget.value) ?? 'host' })}
        >
          {(['host', 'auto', 'light', 'dark'] as const).map((theme) => (
            <option key={theme} value={theme}>
              {t.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label className="embed-field" htmlFor={`${id}-language`}>
        {t.language}
        <select
          id={`${id}-language`}
          value={language}
          onChange={({ currentTarget }) => onLanguage(languages.find((name) => name === currentTarget.value) ?? 'en')}
        >
          {languages.map((each) => (
            <option key={each} value={each}>
              {t.languages[each]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="embed-choice is-row">
        <legend>{t.panes}</legend>
        {embedPanes
          .filter((pane) => pane !== 'python' || hasPython)
          .map((pane) => {
            const isOn = options.panes.includes(pane);
            const panes = embedPanes.filter((each) => (each === pane ? !isOn : options.panes.includes(each)));
            return (
              <label key={pane}>
                <input
                  type="checkbox"
                  checked={isOn}
                  // Something has to be there.
                  disabled={isOn && options.panes.length === 1}
                  onChange={() => change({ panes })}
                />
                {t.paneNames[pane]}
              </label>
            );
          })}
      </fieldset>
      <fieldset className="embed-choice">
        <legend>{t.height}</legend>
        <label>
          <input type="radio" name={`${id}-height`} checked={!isFixed} onChange={() => change({ height: 'auto' })} />
          {t.heights.auto}
        </label>
        <label>
          <input type="radio" name={`${id}-height`} checked={isFixed} onChange={() => change({ height: FIRST_HEIGHT })} />
          {t.heights.fixed}
          <input
            type="number"
            aria-label={t.heights.fixed}
            min={LEAST_HEIGHT}
            max={MOST_HEIGHT}
            step={20}
            disabled={!isFixed}
            value={options.height === 'auto' ? FIRST_HEIGHT : options.height}
            onChange={({ currentTarget }) => currentTarget.validity.valid && change({ height: currentTarget.valueAsNumber })}
          />
        </label>
      </fieldset>
      <fieldset className="embed-choice">
        <legend className="pg-sr">{t.readOnly}</legend>
        <label>
          <input
            type="checkbox"
            checked={options.isReadOnly}
            onChange={({ currentTarget }) => change({ isReadOnly: currentTarget.checked })}
          />
          {t.readOnly}
        </label>
      </fieldset>
    </>
  );
}
