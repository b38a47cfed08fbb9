import { CaseList } from '@/components/desk/case-list';

export default function DeskPage() {
  return <CaseList />;
}
