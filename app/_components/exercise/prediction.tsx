'use client';

import { useId, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import type { Language } from '@/content/lesson-schema';
import { PlainText } from './plain-text';

interface PredictionProps {
  readonly question: string;
  readonly options: readonly string[];
  readonly answer: number;
  readonly why: string;
  readonly lang: Language;
}

/** A guess before the run: whoever has guessed looks more closely. */
export function Prediction({ question, options, answer, why, lang }: PredictionProps) {
  const words = clientMessages(lang).exercises;
  const name = useId();
  const [chosen, choose] = useState<number | null>(null);
  const [isSettled, settle] = useState(false);
  return (
    <fieldset className="ex-predict">
      <legend>{words.predict}</legend>
      <p>
        <PlainText text={question} />
      </p>
      {options.map((option, index) => (
        <label key={option}>
          <input type="radio" name={name} checked={chosen === index} disabled={isSettled} onChange={() => choose(index)} />
          <span>
            <PlainText text={option} />
          </span>
        </label>
      ))}
      {isSettled ? (
        <p role="status" className="ex-why">
          <PlainText text={chosen === answer ? words.guessedRight : words.guessedWrong(options[answer] ?? '')} />
          <br />
          <PlainText text={why} />
        </p>
      ) : (
        <button type="button" className="button" disabled={chosen === null} onClick={() => settle(true)}>
          {words.guess}
        </button>
      )}
    </fieldset>
  );
}
