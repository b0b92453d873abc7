# docker build -t eidolon .                                  serves, on the CPU
# docker build -t eidolon:latest-gpu --target serve-gpu .    serves, on an NVIDIA GPU
# docker build -t eidolon:latest-train --target train .      trains
#
# Maven runs in the build. Where JAR names a jar, that is taken instead, and Maven does not run:
#   docker build --build-arg JAR=target/eidolon-0.1.0-SNAPSHOT.jar .
ARG JAR

FROM eclipse-temurin:25-jdk AS sources
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY clients/js/eidolon.js clients/js/

FROM sources AS jar
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip package \
	&& mv target/eidolon-*.jar /eidolon.jar

FROM sources AS jar-gpu
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip -Pgpu package \
	&& mv target/eidolon-*.jar /eidolon.jar

FROM sources AS jar-training
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip -Ptraining package \
	&& mv target/eidolon-*-training.jar /eidolon.jar

FROM scratch AS jar-given
ARG JAR
COPY ${JAR} /eidolon.jar
FROM jar-given AS jar-gpu-given
FROM jar-given AS jar-training-given

# The stages named here are the given ones where there is a JAR.
FROM jar${JAR:+-given} AS chosen
FROM jar-gpu${JAR:+-given} AS chosen-gpu
FROM jar-training${JAR:+-given} AS chosen-training

FROM eclipse-temurin:25-jdk AS unpacked
COPY deploy/image/unpack /usr/local/bin/
COPY --from=chosen /eidolon.jar /
RUN unpack /eidolon.jar /layers

FROM eclipse-temurin:25-jdk AS unpacked-gpu
COPY deploy/image/unpack /usr/local/bin/
COPY --from=chosen-gpu /eidolon.jar /
RUN unpack /eidolon.jar /layers

FROM eclipse-temurin:25-jdk AS unpacked-training
COPY deploy/image/unpack /usr/local/bin/
COPY --from=chosen-training /eidolon.jar /
RUN unpack /eidolon.jar /layers

# Java SE and what diagnoses it: no compiler, no desktop tools.
FROM eclipse-temurin:25-jdk AS jre
RUN jlink --output /jre --no-header-files --no-man-pages --add-modules \
	java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.jcmd,jdk.jfr,jdk.management.agent,jdk.management.jfr,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

# What is alike in all images.
FROM debian:bookworm-slim AS base
# libturbojpeg writes JPEG files twice as fast as our own code does.
RUN apt-get update \
	&& apt-get install -y --no-install-recommends libturbojpeg0 \
	&& rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
	&& groupadd --gid 10001 eidolon \
	&& useradd --uid 10001 --gid eidolon --home-dir /app --no-create-home --shell /usr/sbin/nologin eidolon
COPY --from=jre /jre /opt/java
# Java takes a collector for large machines where there are two cores; here most memory is outside the heap.
ENV PATH=/opt/java/bin:$PATH \
	EIDOLON_MODELS_LICENCES=free \
	LANG=C.UTF-8 \
	GLIBC_TUNABLES=glibc.malloc.hugetlb=1 \
	JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:InitialRAMPercentage=40 -XX:MaxRAMPercentage=40"
WORKDIR /app
COPY deploy/image/java.options deploy/image/healthy ./

FROM base AS layered
ENV EIDOLON_INFERENCE_PLANS=/app/data/plans
COPY --from=unpacked /layers/dependencies/ /layers/spring-boot-loader/ /layers/snapshot-dependencies/ ./
COPY --from=unpacked /layers/native native
COPY --chown=10001:10001 models models
COPY --chown=10001:10001 data data
COPY --from=unpacked /layers/application/ ./

FROM layered AS rehearsed
RUN apt-get update && apt-get install -y --no-install-recommends curl
COPY deploy/image/rehearse /usr/local/bin/
RUN rehearse /eidolon.aot

FROM nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04 AS serve-gpu
RUN groupadd --gid 10001 eidolon \
	&& useradd --uid 10001 --gid eidolon --home-dir /app --no-create-home --shell /usr/sbin/nologin eidolon
COPY --from=base /usr/lib/*-linux-gnu/libturbojpeg.so.0 /usr/local/lib/
RUN ldconfig
COPY --from=jre /jre /opt/java
ENV PATH=/opt/java/bin:$PATH \
	EIDOLON_MODELS_LICENCES=free \
	LANG=C.UTF-8 \
	EIDOLON_DEVICE=auto \
	EIDOLON_INFERENCE_PLANS=/app/data/plans \
	JDK_JAVA_OPTIONS="-XX:InitialRAMPercentage=40 -XX:MaxRAMPercentage=40"
WORKDIR /app
COPY deploy/image/java.options deploy/image/healthy ./
COPY --from=unpacked-gpu /layers/dependencies/ /layers/spring-boot-loader/ /layers/snapshot-dependencies/ ./
COPY --from=unpacked-gpu /layers/native native
COPY --chown=10001:10001 models models
COPY --chown=10001:10001 data data
COPY --from=unpacked-gpu /layers/application/ ./
# Probes are written here, beside the detectors of anomalies, even where the root is read-only.
VOLUME /app/data
USER 10001:10001
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["/app/healthy"]
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Eidolon on GPUs" \
	org.opencontainers.image.description="Image generation with generative adversarial networks, over REST" \
	org.opencontainers.image.licenses="Apache-2.0" \
	org.opencontainers.image.version=$VERSION \
	org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "@/app/java.options", "-jar", "/app/eidolon.jar"]

FROM base AS train
RUN apt-get update \
	&& apt-get install -y --no-install-recommends libgomp1 \
	&& rm -rf /var/lib/apt/lists/* /var/cache/apt/*
COPY --from=unpacked-training /layers/dependencies/ /layers/spring-boot-loader/ /layers/snapshot-dependencies/ ./
COPY --from=unpacked-training /layers/native native
COPY --chown=10001:10001 models models
COPY --chown=10001:10001 data data
COPY --from=unpacked-training /layers/application/ ./
RUN echo '-Dorg.bytedeco.javacpp.cachedir=/app/native/javacpp' >>java.options \
	&& echo '--sun-misc-unsafe-memory-access=allow' >>java.options \
	# A step with the previews shows that it trains, and leaves libtorch unpacked.
	&& java @java.options -jar eidolon.jar --eidolon.training.data=models --eidolon.training.name=rehearsal \
		--eidolon.training.batch=2 --eidolon.training.image-size=32 --eidolon.training.nf=8 --eidolon.training.steps=1 \
		--eidolon.training.runs=/tmp/runs --eidolon.training.output=/tmp/models \
	&& rm -r /tmp/* \
	&& install --directory --owner=eidolon --group=eidolon /runs
ENV EIDOLON_TRAINING_RUNS=/runs
VOLUME /runs
USER 10001:10001
STOPSIGNAL SIGTERM
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Eidolon trainer" \
	org.opencontainers.image.description="Trains generative adversarial networks" \
	org.opencontainers.image.licenses="Apache-2.0" \
	org.opencontainers.image.version=$VERSION \
	org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "@/app/java.options", "-jar", "/app/eidolon.jar"]

FROM layered AS serve
COPY --from=rehearsed /eidolon.aot ./
# What was found out of the models, for processors of the kind that built the image.
COPY --from=rehearsed --chown=10001:10001 /app/data/plans data/plans
# Probes are written here, beside the detectors of anomalies, even where the root is read-only.
VOLUME /app/data
USER 10001:10001
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 CMD ["/app/healthy"]
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Eidolon" \
	org.opencontainers.image.description="Image generation with generative adversarial networks, over REST" \
	org.opencontainers.image.licenses="Apache-2.0" \
	org.opencontainers.image.version=$VERSION \
	org.opencontainers.image.revision=$REVISION
# With the beans that Spring put together when the jar was built.
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/eidolon.aot", "-Dspring.aot.enabled=true", "-jar", "/app/eidolon.jar"]
