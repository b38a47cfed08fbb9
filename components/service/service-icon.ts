import type { LucideIcon } from 'lucide-react';
import Award from 'lucide-react/icons/award';
import BookUser from 'lucide-react/icons/book-user';
import FilePenLine from 'lucide-react/icons/file-pen-line';
import FileSearch from 'lucide-react/icons/file-search';
import Flower2 from 'lucide-react/icons/flower-2';
import LandPlot from 'lucide-react/icons/land-plot';
import Receipt from 'lucide-react/icons/receipt';
import ScrollText from 'lucide-react/icons/scroll-text';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Store from 'lucide-react/icons/store';
import Vote from 'lucide-react/icons/vote';
import { categoryIcon } from './category-look';

/** Services whose category's picture would mislead or hurt, or that stand beside others of their category. */
const OWN_ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['death-registration', Flower2],
  ['birth-record-correction', FilePenLine],
  ['new-voter-registration', Vote],
  ['epassport-application', BookUser],
  ['online-gd-lost', FileSearch],
  ['police-clearance', ShieldCheck],
  ['e-namjari', LandPlot],
  ['khatian-copy', ScrollText],
  ['land-development-tax', Receipt],
  ['nationality-character-certificate', Award],
  ['trade-licence', Store],
]);

/** Picture of a service: its own where it has one, else its category's. */
export function serviceIcon({
  id,
  category,
}: {
  readonly id: string;
  readonly category: string;
}): LucideIcon {
  return OWN_ICONS.get(id) ?? categoryIcon(category);
}
