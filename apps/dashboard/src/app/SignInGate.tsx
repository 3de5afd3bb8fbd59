import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { readSignInAddress, SIGN_IN_PAGE } from '../features/viewer/sign-in-address';
import { useViewer } from '../features/viewer/use-viewer';
import { PageSkeleton } from './pages/PageSkeleton';
import { useIsSignedOut } from './session-loss';

const SignInPanel = lazy(async () => ({ default: (await import('../features/viewer/SignInPanel')).SignInPanel }));

/**
 * Shows the page, or asks to sign in where the API says that nobody is. It does not wait to be told: the questions of the
 * page go out at once, and the API alone decides what is answered. The address stays what it is.
 */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  const location = useLocation();
  const isSignedOut = useIsSignedOut();
  if (isSignedOut) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <SignInPanel isLost={viewer.data !== undefined} />
      </Suspense>
    );
  }
  if (location.pathname !== SIGN_IN_PAGE) return children;
  return viewer.data === undefined ? <PageSkeleton /> : <Navigate to={readSignInAddress(location).to} replace />;
}
