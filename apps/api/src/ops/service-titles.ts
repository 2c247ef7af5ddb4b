import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { authorityDoes, type Language } from '#journey';

/** How a service and the role that it belongs to are called, in the language asked for. */
export class ServiceTitle {
  @ApiProperty({ description: 'What the authority does, as a sentence that names it, said to the citizen' })
  readonly serviceName!: string;
  @ApiProperty({ description: 'Of the role that the service belongs to' }) readonly authorityName!: string;
}

/** What services are called in the catalogue; one that is no longer there, by its id. */
@Injectable()
export class ServiceTitles {
  constructor(private readonly catalogue: Catalogue) {}

  of(id: string, language: Language): ServiceTitle {
    const service = this.catalogue.service(id);
    const authority = service && this.catalogue.authority(service.authority);
    const authorityName = authority?.name[language] ?? id;
    const role = { name: authorityName, heldBy: service?.heldBy, language };
    return {
      serviceName: service ? authorityDoes(service.name[language], role, authorityName) : id,
      authorityName,
    };
  }
}
