import { BitCoder } from './bit-coder';
import { codeDigits } from './digits';
import { Model } from './model';
import { type Shown, shown } from './prime';
import { codeSymbols } from './text-coding';
import { symbolsOf } from './text-symbols';
import { ValueCoder } from './value-coder';

/** Values shown in one go: a few milliseconds on a cheap phone. */
const SLICE = 60;

let model: Model | undefined;
let values: ValueCoder | undefined;
let left: readonly Shown[] = [];

/** Shows the model its next slice, so that a slow phone can draw in between; true when it has seen everything. */
export function learnSome(): boolean {
  learn(SLICE);
  return left.length === 0;
}

/** The model that was shown everything. There is one: whoever codes with it rewinds it before anybody else can. */
export function primedModel(): Model {
  return model && left.length === 0 ? model : learn(Number.POSITIVE_INFINITY);
}

function learn(count: number): Model {
  if (!model || !values) {
    model = new Model();
    values = new ValueCoder(new BitCoder('learn', 0), model);
    left = shown();
  }
  if (left.length === 0) return model;
  for (const one of left.slice(0, count)) show(values, one);
  left = left.slice(count);
  if (left.length === 0) model.keep();
  return model;
}

function show(values: ValueCoder, one: Shown): void {
  if (one[0] === 'tree') values.tree(one[1], one[2], one[3]);
  else if (one[0] === 'number') values.number(one[1], one[2]);
  else if (one[0] === 'digits') codeDigits(values, one[1], one[2]);
  else codeSymbols(values, one[1], symbolsOf(one[2]) ?? []);
}
