import type { Option, OptionSets, ServiceDefinition } from '../../forms/definition';
import type { Finding } from './finding';

/** Choices a person cannot tell apart, or that show what was meant for the machine. */
export function optionLabels(definition: ServiceDefinition): readonly Finding[] {
  return definition.fields.flatMap(({ options }, at) =>
    options ? labelFaults(options, `fields[${at}].options`) : [],
  );
}

/** The same for the option sets that services share. */
export function optionSetLabels(sets: OptionSets): readonly Finding[] {
  return Object.entries(sets).flatMap(([id, options]) => labelFaults(options, id));
}

function labelFaults(options: readonly Option[], path: string): readonly Finding[] {
  return options.flatMap(({ value, label }, at): readonly Finding[] => {
    const say = (reason: string): Finding[] => [
      { path: `${path}[${at}].label`, rule: 'option-label', reason },
    ];
    if (/_/.test(value) && (label.bn === value || label.en === value))
      return say(`the label is the value: ${value}`);
    const first = options.findIndex((other) => other.label.bn.trim() === label.bn.trim());
    return first < at ? say(`the same Bangla label as option ${first}: ${label.bn}`) : [];
  });
}
