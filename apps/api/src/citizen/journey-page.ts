import { PageOf } from '../paging/page.js';
import { JourneyListItem } from './journey-document.js';

export class JourneyPage extends PageOf(JourneyListItem) {}
