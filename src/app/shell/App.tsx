/** The routes. Each screen is its own chunk, so that the first one stays small; all of them are precached. */
import type { ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { shellWords as w } from '../../i18n/words/shell.ts';
import { workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { info } from '../../ui/icons.ts';
import { TodayScreen } from '../today/TodayScreen.tsx';
import { type Device, DeviceContext } from './device.ts';
import { Page } from './Page.tsx';
import { useLive } from './useLive.ts';

/** What a route hands to its screen. */
export interface RouteProps {
  readonly id?: string;
}

const screen = (load: () => Promise<ComponentType<RouteProps>>) => lazy(async () => ({ default: await load() }));

const EnrolScreen = screen(() => import('../enrol/EnrolScreen.tsx').then((m) => m.EnrolScreen));
const RollCallScreen = screen(() => import('../rollCall/RollCallScreen.tsx').then((m) => m.RollCallScreen));
const QueueScreen = screen(() => import('../queue/QueueScreen.tsx').then((m) => m.QueueScreen));
const ClassesScreen = screen(() => import('../classes/ClassesScreen.tsx').then((m) => m.ClassesScreen));
const ClassScreen = screen(() => import('../classes/ClassScreen.tsx').then((m) => m.ClassScreen));
const ClassForm = screen(() => import('../classes/ClassForm.tsx').then((m) => m.ClassForm));
const LearnersScreen = screen(() => import('../learners/LearnersScreen.tsx').then((m) => m.LearnersScreen));
const LearnerScreen = screen(() => import('../learners/LearnerScreen.tsx').then((m) => m.LearnerScreen));
const CatalogueScreen = screen(() => import('../catalogue/CatalogueScreen.tsx').then((m) => m.CatalogueScreen));
const CourseScreen = screen(() => import('../catalogue/CourseScreen.tsx').then((m) => m.CourseScreen));
const MoreScreen = screen(() => import('../more/MoreScreen.tsx').then((m) => m.MoreScreen));
const Gallery = screen(() => import('../../ui/gallery/Gallery.tsx').then((m) => m.Gallery));
const StaffApp = screen(() => import('../staff/StaffApp.tsx').then((m) => m.StaffApp));

export function App({ device }: { readonly device: Device }) {
  return (
    <DeviceContext.Provider value={device}>
      <LocationProvider>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Home} />
            <Route path="/enrol" component={EnrolScreen} />
            <Route path="/session/:id" component={RollCallScreen} />
            <Route path="/queue" component={QueueScreen} />
            <Route path="/classes" component={ClassesScreen} />
            <Route path="/classes/new" component={ClassForm} />
            <Route path="/classes/:id" component={ClassScreen} />
            <Route path="/learners" component={LearnersScreen} />
            <Route path="/learners/:id" component={LearnerScreen} />
            <Route path="/catalogue" component={CatalogueScreen} />
            <Route path="/catalogue/:id" component={CourseScreen} />
            <Route path="/more" component={MoreScreen} />
            <Route path="/gallery" component={Gallery} />
            <Route path="/staff/*" component={StaffApp} />
            <Route path="/staff" component={StaffApp} />
            <Route default component={NotFound} />
          </Router>
        </ErrorBoundary>
      </LocationProvider>
    </DeviceContext.Provider>
  );
}

/** Today for an enrolled device; the way in for any other. */
function Home() {
  const device = useContext(DeviceContext);
  const state = useLive(workState, [device]);
  if (!state) return null;
  return state.enrolled ? <TodayScreen /> : <EnrolScreen />;
}

function NotFound() {
  return (
    <Page title={w.notFound()} back="/">
      <EmptyState d={info} title={w.notFound()} actions={<Button href="/">{w.toToday()}</Button>}>
        {w.notFoundHelp()}
      </EmptyState>
    </Page>
  );
}
