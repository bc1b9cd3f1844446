# JupyterLab with the TypeScript kernel, from the packages as they are published:
#   docker build -t tslinen . && docker run --rm -p 8888:8888 tslinen
# Also what Binder builds, which starts its own command as the user that NB_USER names.
FROM python:3.13-slim

ARG NB_USER=jovyan
ARG NB_UID=1000
ENV USER=${NB_USER} HOME=/home/${NB_USER}

RUN pip install --no-cache-dir jupyterlab notebook jupyterhub tslinen \
  && useradd --uid ${NB_UID} --create-home ${NB_USER}

USER ${NB_USER}
WORKDIR ${HOME}
COPY --chown=${NB_UID} notebooks ./notebooks

EXPOSE 8888
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--no-browser"]
