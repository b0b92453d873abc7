{{/* The pods of the Job. The name of the Job follows from this, so that this must not name it. */}}
{{- define "eidolon.rangePod" -}}
{{- $range := dict "root" $ "component" "range" -}}
metadata:
  labels:
    {{- include "eidolon.selector" $range | nindent 4 }}
spec:
  # A pod that failed is replaced, which goes on where it was.
  restartPolicy: Never
  serviceAccountName: {{ include "eidolon.serviceAccount" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  securityContext:
    {{- include "eidolon.podSecurity" . | nindent 4 }}
  {{- with .Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  containers:
    - name: range
      image: {{ include "eidolon.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args:
        - --eidolon.job.output={{ ternary "/output" (trimSuffix "/" .Values.jobs.store.url) (not (empty .Values.range.claim)) }}/{{ .Values.range.path }}
        - --eidolon.job.parts={{ .Values.range.parts }}
        {{- range $setting, $value := .Values.range.settings }}
        - {{ printf "--eidolon.job.%s=%s" $setting (include "eidolon.argument" $value) | quote }}
        {{- end }}
      env:
        # Which part each pod generates Kubernetes says by JOB_COMPLETION_INDEX.
        - name: LOGGING_STRUCTURED_FORMAT_CONSOLE
          value: ecs
        {{- with include "eidolon.threads" (dict "name" "EIDOLON_INFERENCE_WORKERS" "container" "range" "resources" .Values.range.resources) }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- if not .Values.range.claim }}
        {{- include "eidolon.jobsStoreEnv" . | nindent 8 }}
        {{- end }}
        {{- if eq .Values.models.from "store" }}
        - name: EIDOLON_MODELS_PATH
          value: {{ .Values.models.store.url | quote }}
        - name: EIDOLON_MODELS_S3_REGION
          value: {{ .Values.models.store.region | quote }}
        {{- with .Values.models.store.endpoint }}
        - name: EIDOLON_MODELS_S3_ENDPOINT
          value: {{ . | quote }}
        {{- end }}
        {{- else if eq .Values.models.from "claim" }}
        - name: EIDOLON_MODELS_PATH
          value: /models
        {{- end }}
      {{- $storeSecret := ternary (include "eidolon.storeEnvFrom" .) "" (eq .Values.models.from "store") }}
      {{- $results := ternary .Values.jobs.store.secret "" (empty .Values.range.claim) }}
      {{- if or $storeSecret $results }}
      envFrom:
        {{- with $results }}
        - secretRef:
            name: {{ . }}
        {{- end }}
        {{- with $storeSecret }}
        {{- . | nindent 8 }}
        {{- end }}
      {{- end }}
      resources:
        {{- include "eidolon.resources" .Values.range.resources | nindent 8 }}
      securityContext:
        {{- include "eidolon.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if .Values.range.claim }}
        - name: output
          mountPath: /output
        {{- end }}
        {{- if eq .Values.models.from "claim" }}
        - name: models
          mountPath: /models
          readOnly: true
          {{- with .Values.models.claim.subPath }}
          subPath: {{ . }}
          {{- end }}
        {{- end }}
  volumes:
    # The only other place that is written to.
    - name: tmp
      emptyDir: {}
    {{- with .Values.range.claim }}
    - name: output
      persistentVolumeClaim:
        claimName: {{ . }}
    {{- end }}
    {{- if eq .Values.models.from "claim" }}
    - name: models
      persistentVolumeClaim:
        claimName: {{ include "eidolon.modelsClaim" . }}
    {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
