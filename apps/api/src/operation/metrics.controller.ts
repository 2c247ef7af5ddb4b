import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Metrics } from '#telemetry';
import { Scraper } from '../access/access.js';
import { AlwaysAdmitted } from '../http/admission/always-admitted.js';
import { Reply } from '../http/representation/reply.js';

@Scraper()
@AlwaysAdmitted()
@ApiTags('operation')
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({ summary: 'Measurements for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: "Prometheus' text format" })
  async read(): Promise<Reply<string>> {
    const { contentType } = this.metrics.registry;
    return new Reply(await this.metrics.text(), { headers: { 'Content-Type': contentType } });
  }
}
