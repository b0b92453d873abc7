/**
 * Measures the service: its parts with JMH, and the packaged jar over HTTP beside the raw
 * speed of ONNX Runtime and a Node server. {@link io.eidolon.bench.Benchmark} runs it all.
 */
package io.eidolon.bench;
