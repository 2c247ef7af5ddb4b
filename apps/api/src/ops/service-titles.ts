import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { authorityDoes, type Language } from '#journey';

/** How a service and the role that it belongs to are called. */
export interface ServiceTitle {
  readonly serviceName: string;
  readonly authorityName: string;
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
