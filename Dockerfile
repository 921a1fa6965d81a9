# The site as files behind Caddy: the headers of hosting/header-rules.ts, .br and .gz made beforehand, no root, no Node.
#   docker build -t spawnpoint . && docker run -p 8080:8080 spawnpoint
# SITE_ADDRESS=course.example.org makes Caddy get a certificate and serve https; browsers need it beyond localhost.

FROM node:22-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG NEXT_PUBLIC_BASE_PATH=
ARG NEXT_PUBLIC_BOX_ORIGIN=
ARG NEXT_PUBLIC_SITE_URL=
# The files lie as they are addressed: below the base path.
RUN npm run export -- --compress \
  && mkdir -p "/srv/spawnpoint${NEXT_PUBLIC_BASE_PATH}" \
  && cp -a out/. "/srv/spawnpoint${NEXT_PUBLIC_BASE_PATH}"

FROM caddy:2-alpine
ARG NEXT_PUBLIC_BASE_PATH=
ENV SPAWNPOINT_HEALTH="http://localhost:8080${NEXT_PUBLIC_BASE_PATH}/runtime/types.json"
COPY --from=build /srv/spawnpoint /srv/spawnpoint
COPY --from=build /site/dist/hosts/Caddyfile /etc/caddy/Caddyfile
RUN chown -R nobody /data /config
USER nobody
EXPOSE 8080
# With SITE_ADDRESS set, say where it answers then: SPAWNPOINT_HEALTH.
HEALTHCHECK --interval=30s --timeout=5s CMD wget -q -O /dev/null "$SPAWNPOINT_HEALTH" || exit 1
