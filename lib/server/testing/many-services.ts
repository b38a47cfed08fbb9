import type { Catalogue } from '../../catalogue/load-catalogue';
import type { ServiceDefinition } from '../../forms/definition';

/** The catalogue grown to `count` services by copies under other names, as many as the country has. */
export function manyServices(catalogue: Catalogue, count: number): Catalogue {
  const { services } = catalogue;
  const copies = Array.from(
    { length: Math.max(0, count - services.length) },
    (_, at): ServiceDefinition[] => {
      const one = services[at % services.length];
      return one
        ? [
            {
              ...one,
              id: `${one.id}-${at}`,
              name: { bn: `${one.name.bn} ${at}`, en: `${one.name.en} ${at}` },
            },
          ]
        : [];
    },
  );
  return { ...catalogue, services: [...services, ...copies.flat()] };
}
