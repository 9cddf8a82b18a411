/** The portal's migrations by name, oldest first; a name that was shipped stays for ever. */
import type { Migrations } from '../migrate.ts';
import { foundation } from './0001Foundation.ts';
import { reports } from './0002Reports.ts';

export const migrations: Migrations = {
  '0001_foundation': foundation,
  '0002_reports': reports,
};
