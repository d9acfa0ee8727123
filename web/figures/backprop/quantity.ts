/** Pieces of a sum that reads as a sentence: a number with what it is above it, and signs between. */
import { html, type TemplateResult } from 'lit';
import { exact, significant } from '../../plot/format';
import type { Idea } from '../../style/tokens';

export const quantity = (label: unknown, value: number, idea: Idea | 'ink' = 'ink'): TemplateResult =>
  html`<span class="quantity idea-${idea}" title=${exact(value)}
    ><small>${label}</small><b>${significant(value)}</b></span
  >`;

export const sign = (text: string): TemplateResult => html`<span class="sign">${text}</span>`;

/** A letter with its index. */
export const dialName = ([letter, index]: readonly [string, string]): TemplateResult =>
  html`${letter}${index ? html`<sub>${index}</sub>` : ''}`;
