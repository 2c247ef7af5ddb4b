import { Injectable } from '@nestjs/common';
import { type ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Visit, InVisit } from './visit.js';

/** Makes HTML of a page. */
@Injectable()
export class PageRenderer {
  /** A whole document. */
  html(page: ComponentChild, visit: Visit): string {
    return `<!DOCTYPE html>${renderToString(<InVisit value={visit}>{page}</InVisit>)}`;
  }
}
