{{- define "dohyo.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}{{ end -}}
{{- end }}

{{- define "dohyo.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "dohyo.labels" -}}
{{ include "dohyo.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "dohyo.host" -}}
{{- if .Values.ingress.host }}{{ .Values.ingress.host }}{{ else if .Values.publicUrl }}{{ regexReplaceAll "^https?://([^:/]+).*$" .Values.publicUrl "${1}" }}{{ else }}{{ fail "ingress.host or publicUrl names the host of the ingress" }}{{ end -}}
{{- end }}

{{/* An entry of env: NAME KEY EXISTING-SECRET ROOT */}}
{{- define "dohyo.secretEnv" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ default (include "dohyo.name" (index . 3)) (index . 2) }}
      key: {{ index . 1 }}
{{- end }}

{{- define "dohyo.check" -}}
{{- if not .Values.image.repository }}{{ fail "image.repository names the image that docker/Dockerfile builds" }}{{ end }}
{{- if not .Values.database.url }}{{ fail "database.url is required, such as jdbc:postgresql://host:5432/dohyo" }}{{ end }}
{{- if not (or .Values.database.password .Values.database.existingSecret) }}{{ fail "database.password or database.existingSecret is required" }}{{ end }}
{{- if not (or .Values.secretKey.value .Values.secretKey.existingSecret) }}{{ fail "secretKey.value or secretKey.existingSecret is required: openssl rand -base64 32" }}{{ end }}
{{- if and .Values.autoscaling.enabled (gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) }}{{ fail "autoscaling.minReplicas is greater than autoscaling.maxReplicas" }}{{ end }}
{{- if and .Values.metrics.serviceMonitor.enabled (not (or .Values.metrics.token .Values.metrics.existingSecret)) }}{{ fail "metrics.serviceMonitor needs metrics.token or metrics.existingSecret" }}{{ end }}
{{- if and .Values.oidc.issuer (not .Values.oidc.clientId) }}{{ fail "oidc.issuer needs oidc.clientId" }}{{ end }}
{{- if and .Values.oidc.issuer (not (or .Values.oidc.clientSecret .Values.oidc.existingSecret)) }}{{ fail "oidc.issuer needs oidc.clientSecret or oidc.existingSecret" }}{{ end }}
{{- end }}
