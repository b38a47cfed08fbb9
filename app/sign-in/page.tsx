import { SignInPage } from '@/components/person/sign-in-page';

export default function Page() {
  return <SignInPage />;
}
