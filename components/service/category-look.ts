import type { LucideIcon } from 'lucide-react';
import Baby from 'lucide-react/icons/baby';
import BookOpen from 'lucide-react/icons/book-open';
import Briefcase from 'lucide-react/icons/briefcase';
import Bus from 'lucide-react/icons/bus';
import Coins from 'lucide-react/icons/coins';
import FileText from 'lucide-react/icons/file-text';
import GraduationCap from 'lucide-react/icons/graduation-cap';
import HandHeart from 'lucide-react/icons/hand-heart';
import HeartPulse from 'lucide-react/icons/heart-pulse';
import IdCard from 'lucide-react/icons/id-card';
import Landmark from 'lucide-react/icons/landmark';
import MapPinned from 'lucide-react/icons/map-pinned';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import Plane from 'lucide-react/icons/plane';
import Plug from 'lucide-react/icons/plug';
import Scale from 'lucide-react/icons/scale';
import Shield from 'lucide-react/icons/shield';
import Sprout from 'lucide-react/icons/sprout';
import Stamp from 'lucide-react/icons/stamp';
import TicketsPlane from 'lucide-react/icons/tickets-plane';
import { CATEGORIES, type CategoryId, isCategoryId } from '@/lib/catalogue/categories';

const ICONS: Readonly<Record<CategoryId, LucideIcon>> = {
  'civil-registration': Baby,
  identity: IdCard,
  land: MapPinned,
  'union-parishad': Landmark,
  'social-protection': HandHeart,
  travel: Plane,
  police: Shield,
  consular: Stamp,
  migration: TicketsPlane,
  education: GraduationCap,
  health: HeartPulse,
  agriculture: Sprout,
  employment: Briefcase,
  tax: Coins,
  transport: Bus,
  utility: Plug,
  justice: Scale,
  religion: BookOpen,
  a2i: MonitorSmartphone,
};

/** Icon of a category; services of a category this build does not know get a plain sheet. */
export function categoryIcon(category: string): LucideIcon {
  return isCategoryId(category) ? ICONS[category] : FileText;
}

/** Key of the category's name in the `category` namespace. */
export function categoryWords(category: string): CategoryId | 'other' {
  return isCategoryId(category) ? category : 'other';
}

/** Categories that occur, in the order people ask for them at a counter; unknown ones last. */
export function categoriesOf(services: readonly { readonly category: string }[]): readonly string[] {
  const found = new Set(services.map((service) => service.category));
  const known = CATEGORIES.filter((category) => found.delete(category));
  return [...known, ...found];
}
