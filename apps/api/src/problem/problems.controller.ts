import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language } from '#journey';
import { Open } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { EdgeError } from './edge-error.js';
import { PROBLEM_HINTS } from './problem-hints.js';
import { PROBLEM_CODES, PROBLEM_STATUS, type ProblemCode } from './problem-code.js';
import { PROBLEM_WORDS } from './problem-words.js';

interface ProblemExplained {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
  readonly hint?: string;
}

/** Explains each kind of problem, at the address that is its `type`. */
@Open()
@Localized()
@ApiTags('problems')
@Controller({ path: 'problems', version: VERSION_NEUTRAL })
export class ProblemsController {
  @Get()
  @ApiOperation({ summary: 'Every kind of problem, explained' })
  @ApiOkResponse({ description: 'The kinds of problem, in Danish or English' })
  list(@PreferredLanguage() language: Language): readonly ProblemExplained[] {
    return PROBLEM_CODES.map(code => explain(code, language));
  }

  @Get(':code')
  @ApiOperation({ summary: 'What one kind of problem means and what to do about it' })
  @ApiOkResponse({ description: 'The kind of problem, in Danish or English' })
  one(@Param('code') code: string, @PreferredLanguage() language: Language): ProblemExplained {
    const known = PROBLEM_CODES.find(candidate => candidate === code);
    if (!known) throw new EdgeError('no-such-route', `There is no kind of problem "${code}"; see /problems.`);
    return explain(known, language);
  }
}

function explain(code: ProblemCode, language: Language): ProblemExplained {
  const hint = PROBLEM_HINTS[code];
  return {
    type: `/problems/${code}`,
    code,
    status: PROBLEM_STATUS[code],
    ...PROBLEM_WORDS[language][code],
    ...(hint !== undefined && { hint }),
  };
}
