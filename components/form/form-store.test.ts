import { describe, expect, test, vi } from 'vitest';
import { rowGroupsOf } from '../../lib/forms/row-groups';
import { spotOf } from './spot';
import { testField, testService, testStore } from './testing-form';

const name = testField({ id: 'name', type: 'textBn', section: 'person', required: true });
const nid = testField({ id: 'nid', type: 'nid', section: 'person' });
const phone = testField({ id: 'phone', type: 'phone', section: 'contact' });
const items = testField({
  id: 'items',
  type: 'checkbox',
  section: 'correction',
  multiple: true,
  options: ['a', 'b'].map((value) => ({ value, label: { bn: value, en: value } })),
});
const wanted = testField({ id: 'wanted', type: 'text', section: 'correction', repeatPer: 'items' });
const form = testService([name, nid, phone, items, wanted]);

describe('an answer', () => {
  test('is there at once and passed on to be saved, wrong or not', () => {
    const { store, saved } = testStore(form);
    store.answer(spotOf(nid), 'আইডি ১২');
    expect(store.spot(spotOf(nid)).answer).toBe('আইডি ১২');
    expect(saved).toEqual([['nid', 'আইডি ১২']]);
  });

  test('is put in order when the field is left: digits, spaces, +880', () => {
    const { store, saved } = testStore(form);
    store.answer(spotOf(phone), ' ০১৭১২-৩৪৫৬৭৮');
    store.leave(spotOf(phone));
    expect(saved.at(-1)).toEqual(['phone', '+8801712345678']);
  });

  test('draws no other field again', () => {
    const { store } = testStore(form);
    const before = store.spot(spotOf(phone));
    store.answer(spotOf(nid), '1');
    expect(store.spot(spotOf(phone))).toBe(before);
  });

  test('that came from elsewhere is taken, but never over what is being typed here', () => {
    const { store } = testStore(form);
    store.answer(spotOf(nid), '12');
    store.accept({ nid: '1', phone: '+8801712345678' }, []);
    expect(store.answers()).toMatchObject({ nid: '12', phone: '+8801712345678' });
  });
});

describe('answers from elsewhere', () => {
  test('a file that was taken out takes its answer along', () => {
    const { store } = testStore(form, { photo: { attachmentIds: ['1'] } });
    store.accept({}, []);
    expect(store.answers().photo).toBeUndefined();
  });

  test('what another tab wrote later is taken once the own write came back', () => {
    const { store } = testStore(form);
    store.answer(spotOf(nid), '12');
    store.accept({ nid: '12' }, []);
    store.accept({ nid: '1234567890' }, []);
    expect(store.answers().nid).toBe('1234567890');
  });
});

describe('what is said and when', () => {
  test('a wrong answer is not explained while it is first typed, but once the field is left', () => {
    const { store } = testStore(form);
    store.answer(spotOf(nid), '123');
    expect(store.spot(spotOf(nid)).error).toBeNull();
    store.leave(spotOf(nid));
    expect(store.spot(spotOf(nid)).error).toMatchObject({ code: 'nid-length', values: { count: 3 } });
  });

  test('the explanation goes as soon as it is mended', () => {
    const { store } = testStore(form);
    store.answer(spotOf(nid), '123');
    store.leave(spotOf(nid));
    store.answer(spotOf(nid), '1234567890');
    expect(store.spot(spotOf(nid)).error).toBeNull();
  });

  test('a missing answer is not held against somebody who only passed by', () => {
    const { store } = testStore(form);
    store.leave(spotOf(name));
    expect(store.spot(spotOf(name)).error).toBeNull();
    store.reveal(['person']);
    expect(store.spot(spotOf(name)).error?.code).toBe('required');
  });

  test('going on from one section says nothing of another', () => {
    const { store } = testStore(form);
    store.reveal(['contact']);
    expect(store.spot(spotOf(name)).error).toBeNull();
  });

  test('a wrong answer of yesterday is explained when the draft is opened', () => {
    const { store } = testStore(form, { nid: '123' });
    expect(store.spot(spotOf(nid)).error?.code).toBe('nid-length');
  });
});

describe('rows', () => {
  test('a cell is written with its row and the value the row belongs to', () => {
    const { store, saved } = testStore(form, { items: ['a', 'b'] });
    store.answer(spotOf(wanted, 1), 'x');
    expect(saved).toEqual([['each:items', [{ items: 'a' }, { items: 'b', wanted: 'x' }]]]);
    expect(store.spot(spotOf(wanted, 1)).answer).toBe('x');
  });

  test('a value that is unticked and ticked again brings back what was typed', () => {
    const { store } = testStore(form, { items: ['a', 'b'] });
    store.answer(spotOf(wanted, 0), 'for a');
    store.answer(spotOf(items), ['b']);
    store.answer(spotOf(wanted, 0), 'for b');
    store.answer(spotOf(items), ['a', 'b']);
    expect(store.spot(spotOf(wanted, 0)).answer).toBe('for a');
    expect(store.spot(spotOf(wanted, 1)).answer).toBe('for b');
  });

  test('rows are added and taken away in one write', () => {
    const dag = testField({ id: 'dag', type: 'text', section: 'land', repeat: true, required: true });
    const land = testService([dag]);
    const { store, saved } = testStore(land);
    const [group] = rowGroupsOf(land);
    if (!group) throw new Error('no group');
    store.writeRows(group, [{ dag: '1' }, { dag: '2' }]);
    expect(saved).toEqual([['rows:land', [{ dag: '1' }, { dag: '2' }]]]);
    expect(store.spot(spotOf(dag, 1)).answer).toBe('2');
  });
});

test('listeners hear of every change until they stop', () => {
  const { store } = testStore(form);
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.answer(spotOf(nid), '1');
  stop();
  store.answer(spotOf(nid), '12');
  expect(listener).toHaveBeenCalledTimes(1);
});

describe('a key on a slow phone', () => {
  function slowStore() {
    const work: (() => void)[] = [];
    const { store, saved } = testStore(form, {}, { later: (run) => work.push(run) });
    const drawn: string[] = [];
    store.subscribeSpot('/nid', () => drawn.push('nid'));
    store.subscribeSpot('/phone', () => drawn.push('phone'));
    const paint = () => {
      for (const run of work.splice(0)) run();
    };
    return { store, saved, drawn, work, paint };
  }

  test('its field is drawn and its answer saved before the form is looked at', () => {
    const { store, saved, drawn, paint } = slowStore();
    const before = store.exam();
    store.answer(spotOf(nid), '1');
    expect(drawn).toEqual(['nid']);
    expect(store.spot(spotOf(nid)).answer).toBe('1');
    expect(saved).toEqual([['nid', '1']]);
    expect(store.exam()).toBe(before);
    paint();
    expect(drawn).toEqual(['nid', 'nid', 'phone']);
    expect(store.exam().errorAt.get('/nid')?.code).toBe('nid-length');
  });

  test('many keys are looked at once', () => {
    const { store, work } = slowStore();
    for (const typed of ['1', '12', '123']) store.answer(spotOf(nid), typed);
    expect(work).toHaveLength(1);
  });

  test('going on never judges an older key', () => {
    const { store } = slowStore();
    store.exam();
    store.answer(spotOf(nid), '1');
    store.reveal(['person']);
    expect(store.exam().errorAt.get('/nid')?.code).toBe('nid-length');
    expect(store.spot(spotOf(nid)).error?.code).toBe('nid-length');
  });
});
