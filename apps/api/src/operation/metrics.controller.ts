import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Metrics } from '#telemetry';
import { Scraper } from '../access/access.js';
import { AlwaysAdmitted } from '../http/admission/always-admitted.js';

@Scraper()
@AlwaysAdmitted()
@ApiTags('operation')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({ summary: 'Measurements for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: "Prometheus' text format" })
  async read(@Res() response: Response): Promise<void> {
    const text = await this.metrics.text();
    response.type(this.metrics.registry.contentType).send(text);
  }
}
