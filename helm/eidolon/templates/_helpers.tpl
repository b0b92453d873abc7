{{- define "eidolon.name" -}}
{{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Room is left for the longest suffix, so that every name is a label of DNS. */}}
{{- define "eidolon.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{ .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else -}}
{{- $name := include "eidolon.name" . -}}
{{ ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" }}
{{- end -}}
{{- end }}

{{/* What a release's objects are told apart by; (dict "root" $ "component" "server") */}}
{{- define "eidolon.selector" -}}
app.kubernetes.io/name: {{ include "eidolon.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "eidolon.labels" -}}
{{ include "eidolon.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "eidolon.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{ default (include "eidolon.fullname" .) .Values.serviceAccount.name }}
{{- else -}}
{{ default "default" .Values.serviceAccount.name }}
{{- end -}}
{{- end }}

{{- define "eidolon.tag" -}}
{{ default .Chart.AppVersion .Values.image.tag }}
{{- end }}

{{- define "eidolon.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ include "eidolon.tag" . }}{{ if .Values.gpu.enabled }}{{ .Values.gpu.tagSuffix }}{{ end }}
{{- end -}}
{{- end }}

{{- define "eidolon.trainingImage" -}}
{{ .Values.image.repository }}:{{ include "eidolon.tag" . }}{{ .Values.training.tagSuffix }}
{{- end }}

{{- define "eidolon.modelsClaim" -}}
{{ default (printf "%s-models" (include "eidolon.fullname" .)) .Values.models.claim.name }}
{{- end }}

{{- define "eidolon.workspaceClaim" -}}
{{ default (printf "%s-workspace" (include "eidolon.fullname" .)) .Values.training.workspace.name }}
{{- end }}

{{/* The same for every pod: what the restricted Pod Security Standard asks for, and a root that nothing writes to. */}}
{{- define "eidolon.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "eidolon.containerSecurity" -}}
privileged: false
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/*
As many threads as cores are requested: without a limit the JVM would take every core of the node for its own.
(dict "name" "EIDOLON_INFERENCE_WORKERS" "container" "eidolon" "resources" .Values.resources)
*/}}
{{- define "eidolon.threads" -}}
{{- if or (dig "requests" "cpu" "" .resources) (dig "limits" "cpu" "" .resources) -}}
- name: {{ .name }}
  valueFrom:
    resourceFieldRef:
      containerName: {{ .container }}
      resource: requests.cpu
{{- end }}
{{- end }}

{{- define "eidolon.storeEnvFrom" -}}
{{- with .Values.models.store.secret -}}
- secretRef:
    name: {{ . }}
{{- end }}
{{- end }}

{{/* How the store of results is reached. */}}
{{- define "eidolon.jobsStoreEnv" -}}
{{- with .Values.jobs.store -}}
- name: EIDOLON_JOBS_S3_REGION
  value: {{ .region | quote }}
{{- with .endpoint }}
- name: EIDOLON_JOBS_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Of a store such as models.store, or whatever else has an endpoint. */}}
{{- define "eidolon.storePort" -}}
{{- $endpoint := default "https://s3" .endpoint | urlParse -}}
{{- $parts := splitList ":" $endpoint.host -}}
{{- if eq (len $parts) 2 }}{{ last $parts }}{{ else }}{{ ternary 80 443 (eq $endpoint.scheme "http") }}{{ end -}}
{{- end }}

{{- define "eidolon.dnsEgress" -}}
- ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end }}

{{/* A claim that outlives the release; (dict "root" $ "component" ... "name" ... "claim" ...) */}}
{{- define "eidolon.claim" }}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ .name }}
  labels:
    {{- include "eidolon.labels" . | nindent 4 }}
  annotations:
    # Models took long to make.
    helm.sh/resource-policy: keep
spec:
  accessModes:
    {{- toYaml .claim.accessModes | nindent 4 }}
  {{- with .claim.storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources:
    requests:
      storage: {{ .claim.size }}
{{- end }}

{{/*
Requests and limits, quantities as text: a server that is sent what to apply (Helm 4) refuses cpu: 1, as it does a port
without its protocol.
*/}}
{{- define "eidolon.resources" -}}
{{- $resources := dict }}
{{- range $kind, $quantities := . }}
{{- $texts := dict }}
{{- range $name, $quantity := $quantities }}
{{- $_ := set $texts $name (toString $quantity) }}
{{- end }}
{{- $_ := set $resources $kind $texts }}
{{- end }}
{{- toYaml $resources }}
{{- end }}
